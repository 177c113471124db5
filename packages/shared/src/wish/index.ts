/** Wishes (想看): noted without names, counted, answered; the tick-list for a vote. */
export {
  answerWish,
  countAgain,
  declineWish,
  enterTicks,
  keepBallot,
  linkWish,
  noteWishes,
  removeBallot,
  removeWish,
  rewordWish,
} from "./edit-wishes.ts";
export { findLikeWishes } from "./find-like.ts";
export { type PastedWish, readWishes, type WishPaste } from "./paste.ts";
export {
  CANDIDATES,
  candidatesOf,
  indexWishFacts,
  isWaiting,
  standingOf,
  type WishFacts,
  type WishIndex,
  type WishStanding,
} from "./standing.ts";
export { compareRows, tallyWishes, type WishRow, wishKey } from "./tally.ts";
export {
  type Ballot,
  readWishBook,
  SLIP_COUNT,
  WISH_KINDS,
  WISH_LENGTH,
  type Wish,
  type WishBook,
  type WishSlip,
} from "./wish.ts";
