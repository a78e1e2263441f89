import type { RegisterLayout } from "@finsam/policy";

/** How the register is laid out: the columns of a spreadsheet saved as CSV, with Swedish headings. */
export const registerLayout: RegisterLayout = {
  columns: {
    participation: "deltagande",
    person: "person",
    sex: "kön",
    birthDate: "födelsedatum",
    district: "stadsdel",
    intervention: "insats",
    referrer: "remittent",
    referred: "anmäld",
    start: "start",
    end: "slut",
    exitReason: "avslutsorsak",
    consent: "samtycke",
    education: "utbildning",
    supportAtStart: "försörjning vid start",
    supportSince: "offentlig försörjning sedan",
    supportAtEnd: "försörjning vid slut",
    protectedIdentity: "skyddade personuppgifter",
  },
  facts: { residentMunicipality: "kommun" },
  personIs: "pseudonym",
  sexBasis: "legal-sex",
  sexes: {
    woman: ["Kvinna", "Kvinnor", "K"],
    man: ["Man", "Män", "M"],
    other: ["Annat"],
    unknown: ["Okänt", "Uppgift saknas", ""],
  },
  yes: ["ja", "j"],
  no: ["nej", "n"],
  listSeparator: "|",
};
