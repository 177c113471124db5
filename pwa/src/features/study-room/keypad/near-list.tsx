import type { Courseware } from "@dianbo/shared/courseware";
import { NumberTag } from "../../../design/number-tag.tsx";
import styles from "./called.module.css";

/** A number to choose, with why it is offered. */
export interface Offer {
  readonly number: number;
  readonly item: Courseware;
  readonly why: string;
}

/** A few numbers to choose from with the arrows: the nearest ones, or two that answer to the same. */
export const NearList = ({
  title,
  offers,
  chosen,
  say,
}: {
  readonly title: string;
  readonly offers: readonly Offer[];
  readonly chosen: number;
  readonly say: string;
}) => (
  <section className={styles["near"]}>
    <h2>{title}</h2>
    <ul>
      {offers.map(({ number, item, why }, index) => (
        <li key={item.id} className={index === chosen ? styles["chosen"] : ""}>
          <NumberTag number={number} />
          <div className="grow">
            <h3 className="clip">{item.title}</h3>
            <p>{why}</p>
          </div>
          {index === chosen ? <kbd className="kbd">Enter</kbd> : null}
        </li>
      ))}
    </ul>
    <p className={styles["say"]}>{say}</p>
  </section>
);
