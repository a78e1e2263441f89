export { type StoreUnderTest, storeConformance, type TestRunner } from "./store-conformance.ts";
