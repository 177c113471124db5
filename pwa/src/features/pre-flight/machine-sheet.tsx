import type { ReportSums } from "@dianbo/shared/pre-flight";
import { Check, HardDrive, Plug, Projector, Unplug, Volume2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./pre-flight.module.css";
import { QuietRow } from "./quiet-row.tsx";
import { ring } from "./ring.ts";
import type { PreFlight } from "./use-pre-flight.ts";

const Row = ({
  icon,
  name,
  about,
  children,
}: {
  readonly icon: typeof Plug;
  readonly name: string;
  readonly about: string;
  readonly children: ReactNode;
}) => (
  <li className={css.machineRow}>
    <Icon of={icon} size={20} />
    <span className="grow">
      <b>{name}</b>
      <span className="small">{about}</span>
    </span>
    {children}
  </li>
);

const Good = ({ word }: { readonly word: string }) => (
  <span className="st ok">
    <Icon of={Check} size={18} />
    {word}
  </span>
);

/** In Chromium since 100: whether a second screen is joined on; says nothing of a mirrored one. */
const hasSecondScreen = (): boolean => "isExtended" in screen && screen.isExtended === true;

/** The machine itself: projector, sound, where the films lie, what a power cut would cost. */
export const MachineSheet = ({
  flight,
  sums,
}: {
  readonly flight: PreFlight;
  readonly sums: ReportSums;
}) => {
  const words = useWords().preFlight.machine;
  const [sound, setSound] = useState<"untried" | "rung" | "heard">("untried");
  const second = hasSecondScreen();
  return (
    <section className={`sheet ${css.machine ?? ""}`} aria-labelledby="pre-flight-machine">
      <h2 id="pre-flight-machine">{words.title}</h2>
      <ul>
        <Row icon={Projector} name={words.projector} about={second ? words.second : words.noSecond}>
          {second ? <Good word={words.joined} /> : null}
        </Row>
        <Row
          icon={Volume2}
          name={words.sound}
          about={sound === "untried" ? words.ringFirst : words.rung}
        >
          {sound === "heard" ? (
            <Good word={words.heard} />
          ) : (
            <Button
              onClick={() => {
                if (sound === "untried") ring();
                setSound(sound === "untried" ? "rung" : "heard");
              }}
            >
              {sound === "untried" ? words.ring : words.heard}
            </Button>
          )}
        </Row>
        <Row icon={HardDrive} name={words.kept} about={words.inFolder(sums.inFolder)}>
          {sums.inFolder === 0 ? (
            <Good word={words.allHere} />
          ) : (
            <Button disabled={flight.work.type !== "nothing"} onClick={() => void flight.bring()}>
              {words.bring}
            </Button>
          )}
        </Row>
        <Row
          icon={Plug}
          name={words.power}
          about={sums.inFolder === 0 ? words.powerGood : words.powerClick}
        >
          {sums.inFolder === 0 ? <Good word={words.remembered} /> : null}
        </Row>
        <Row icon={Unplug} name={words.noNet} about={words.noNetWhy}>
          <Good word={words.noNetGood} />
        </Row>
      </ul>
      <QuietRow />
    </section>
  );
};
