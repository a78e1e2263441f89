export { ruleBookHtml } from "./rule-book-html.ts";
