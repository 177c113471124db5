/** Where courseware is found, the first of them where most sites begin. Their names stand in the catalogue. */
export const FIRST_PORTALS = [
  { name: "partyMembers", address: "https://www.12371.cn/" },
  { name: "xuexi", address: "https://www.xuexi.cn/" },
  { name: "government", address: "https://www.gov.cn/" },
  { name: "people", address: "http://cpc.people.com.cn/" },
  { name: "television", address: "https://tv.cctv.com/" },
  { name: "science", address: "https://www.kepuchina.cn/" },
] as const;
