/** The card after a showing, for the register's room in the office and for the study room once it is over. */
export { AfterShowingCard } from "./card.tsx";
