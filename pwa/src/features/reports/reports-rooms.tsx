import { readSpan } from "@dianbo/shared/report";
import { Route, Switch } from "wouter";
import { useReportWords } from "../../app/reports/report-words.ts";
import { CardsRoom } from "./cards-room.tsx";
import { PlanRoom } from "./plan-room.tsx";
import { ReportPage } from "./report-page.tsx";
import { ReportsRoom } from "./reports-room.tsx";

const Report = ({ name }: { readonly name: string }) => {
  const words = useReportWords();
  const span = readSpan(name);
  return span === undefined ? (
    <main className="main">
      <div className="head">
        <h1>{words.title}</h1>
      </div>
      <p>
        {words.noReport} <a href="#/reports">{words.back}</a>
      </p>
    </main>
  ) : (
    <ReportPage key={name} span={span} />
  );
};

/** All rooms under 报表. */
export const ReportsRooms = () => (
  <Switch>
    <Route path="/reports/cards" component={CardsRoom} />
    <Route path="/reports/plan/:year">
      {({ year }) =>
        /^(?:19[7-9]\d|20\d\d)$/u.test(year) ? (
          <PlanRoom key={year} year={Number(year)} />
        ) : (
          <Report name={year} />
        )
      }
    </Route>
    <Route path="/reports/:span">{({ span }) => <Report name={span} />}</Route>
    <Route component={ReportsRoom} />
  </Switch>
);
