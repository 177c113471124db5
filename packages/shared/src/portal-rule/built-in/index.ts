/** Every rule file of this folder; a test holds the list complete. Read and checked by `builtInRules`. */
import banyuetan from "./banyuetan.json" with { type: "json" };
import ccdi from "./ccdi.json" with { type: "json" };
import cctv from "./cctv.json" with { type: "json" };
import chinacourt from "./chinacourt.json" with { type: "json" };
import cnr from "./cnr.json" with { type: "json" };
import gmw from "./gmw.json" with { type: "json" };
import gov from "./gov.json" with { type: "json" };
import jcms from "./jcms.json" with { type: "json" };
import kepuchina from "./kepuchina.json" with { type: "json" };
import moe from "./moe.json" with { type: "json" };
import nhc from "./nhc.json" with { type: "json" };
import party12371 from "./party-12371.json" with { type: "json" };
import people from "./people.json" with { type: "json" };
import peopleParty from "./people-party.json" with { type: "json" };
import qstheory from "./qstheory.json" with { type: "json" };
import shanghai from "./shanghai.json" with { type: "json" };
import smartedu from "./smartedu.json" with { type: "json" };
import trs from "./trs.json" with { type: "json" };
import ucap from "./ucap.json" with { type: "json" };
import vsb from "./vsb.json" with { type: "json" };
import weixin from "./weixin.json" with { type: "json" };
import wenming from "./wenming.json" with { type: "json" };
import xinhua from "./xinhua.json" with { type: "json" };
import xuexi from "./xuexi.json" with { type: "json" };
import youth from "./youth.json" with { type: "json" };

/** The rule files as they stand in this folder, not yet checked. */
export const BUILT_IN: readonly unknown[] = [
  banyuetan,
  ccdi,
  cctv,
  chinacourt,
  cnr,
  gmw,
  gov,
  jcms,
  kepuchina,
  moe,
  nhc,
  party12371,
  people,
  peopleParty,
  qstheory,
  shanghai,
  smartedu,
  trs,
  ucap,
  vsb,
  weixin,
  wenming,
  xinhua,
  xuexi,
  youth,
];
