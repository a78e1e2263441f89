/** `birthDate` as `birth-date`. */
export const inKebabCase = (fact: string): string => fact.replace(/[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/** `-9.5` as `minus-9-point-5`. */
export const inWords = (value: number): string =>
  String(value).replaceAll("-", "minus-").replace(".", "-point-").replace("+", "");
