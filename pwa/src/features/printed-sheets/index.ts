/** Single sheets of the print desk: wall sheet, menu cards, programme list, copying slip, preview notice. */

export { CardsPrint } from "./cards-print.tsx";
export { ListPrint } from "./list-print.tsx";
export { NoticePrint } from "./notice-print.tsx";
export { SlipPrint } from "./slip-print.tsx";
export { WallPrint } from "./wall-print.tsx";
