import { Route, Switch } from "wouter";
import { QuestionsRoom } from "./questions-room.tsx";
import { SlipsPrint } from "./slips-print.tsx";

/** The rooms under 提问条. */
export const QuestionsRooms = () => (
  <Switch>
    <Route path="/questions/print" component={SlipsPrint} />
    <Route component={QuestionsRoom} />
  </Switch>
);
