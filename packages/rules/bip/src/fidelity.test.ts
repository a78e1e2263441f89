import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bipSources } from "./bip-sources.ts";
import { fidelity } from "./fidelity.ts";
import { ipsFidelityScale } from "./ips-fidelity-scale.ts";

const on = "2021-11-15";
/** 25 ratings with a total. */
const total = (sum: number): number[] =>
  Array.from({ length: 25 }, (_, index) => Math.floor(sum / 25) + (index < sum % 25 ? 1 : 0));
const bandOf = (sum: number) => {
  const review = fidelity(total(sum), ipsFidelityScale, on);
  return review.outcome === "rated" ? review.band?.id : review;
};

describe("the fidelity of IPS", () => {
  test("102 of 125 is good, as Follow-up 2021 says", () => {
    expect(fidelity(total(102), ipsFidelityScale, on)).toMatchObject({ total: 102, band: { id: "good" } });
  });

  test.each([
    [25, "not-supported-employment"],
    [73, "not-supported-employment"],
    [74, "fair"],
    [99, "fair"],
    [100, "good"],
    [114, "good"],
    [115, "exemplary"],
    [125, "exemplary"],
  ])("a total of %i is %s", (sum, band) => {
    expect(bandOf(sum)).toBe(band);
  });

  test("without one item there is no total, whichever it is, and the item is named", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), (item) => {
        const ratings = total(102).map((rating, index) => (index === item - 1 ? null : rating));
        expect(fidelity(ratings, ipsFidelityScale, on)).toEqual({
          outcome: "undetermined",
          missing: [item],
          outside: [],
          tooMany: 0,
        });
      }),
    );
  });

  test("items of another scale give no total: fifteen are too few, twenty-six too many, and 0, 6 and 2.5 no rating", () => {
    expect(fidelity(total(102).slice(0, 15), ipsFidelityScale, on)).toMatchObject({
      missing: [16, 17, 18, 19, 20, 21, 22, 23, 24, 25],
    });
    expect(fidelity([...total(102), 4], ipsFidelityScale, on)).toMatchObject({ outcome: "undetermined", tooMany: 1 });
    expect(fidelity([0, 6, 2.5, ...total(102).slice(3)], ipsFidelityScale, on)).toMatchObject({ outside: [1, 2, 3] });
  });

  test("a total that no band is stated for has none", () => {
    const [version] = ipsFidelityScale.versions;
    if (version === undefined) throw new Error("there is no version");
    const bands = version.value.bands.filter(({ id }) => id === "fair");
    const scale = { ...ipsFidelityScale, versions: [{ ...version, value: { ...version.value, bands } }] };
    expect(fidelity(total(102), scale, on)).toMatchObject({ total: 102, band: null });
  });

  test("a review before the scale was there is refused", () => {
    expect(() => fidelity(total(102), ipsFidelityScale, "2007-12-31")).toThrow("2008-01-01");
  });

  test("every attested band cites a source that can be looked up", () => {
    for (const { status, citation } of ipsFidelityScale.versions.flatMap(({ value }) => value.bands))
      if (status === "attested") expect(bipSources).toHaveProperty([citation?.source ?? ""]);
  });
});
