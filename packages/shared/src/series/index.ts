/** Series: parts of one lesson are seen by their titles and kept together. */
export { orderBySeries } from "./order-by-series.ts";
export { type SeriesPlace, seriesOf } from "./series-of.ts";
