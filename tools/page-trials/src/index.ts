export { faultsOf } from "./faults.ts";
export { noBrowser, type OpenedPage, type Page, type PageBrowser, startBrowser } from "./page-browser.ts";
export { phone, type Way, ways, wide } from "./ways.ts";
