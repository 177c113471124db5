/** Calling (点播): what the digits somebody said call, and what is near when nobody has that number. */
export {
  buildCallBook,
  type CallBook,
  type Called,
  digitsOf,
  type Following,
  type NearItem,
  type NearReason,
  nearest,
  resolveCall,
} from "./request.ts";
export { type RoomCall, readRoomAddress, roomAddress } from "./room-address.ts";
