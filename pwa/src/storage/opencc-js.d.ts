/** One table of opencc-js: pairs parted by `|`, the two of a pair by a blank. It brings no types of its own. */
declare module "opencc-js/dict/TSCharacters" {
  const pairs: string;
  export default pairs;
}
