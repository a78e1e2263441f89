"""What a criterion says about a person: "met", "notMet" or "undetermined" (Kleene's logic), and the missing facts."""

from known_facts import known_fact, stated_fact_behind

OPPOSITE = {"met": "notMet", "notMet": "met", "undetermined": "undetermined"}


def judge(criterion, facts, vocabulary, on, leap_day_birthday):
    """The outcome, and the set of stated facts that would have to be known to settle it."""

    def visit(node):
        op = node["op"]
        if op in ("all", "any"):
            parts = [visit(part) for part in node["of"]]
            settling, else_settled = ("notMet", "met") if op == "all" else ("met", "notMet")
            outcomes = {outcome for outcome, _ in parts}
            if settling in outcomes:
                return settling, set()
            if "undetermined" not in outcomes:
                return else_settled, set()
            return "undetermined", set().union(*(missing for _, missing in parts))
        if op == "not":
            outcome, missing = visit(node["of"])
            return OPPOSITE[outcome], missing
        known = known_fact(node["fact"], facts, vocabulary, on, leap_day_birthday)
        outcome = "undetermined" if known is None else condition_outcome(op, known, node["value"])
        open_fact = stated_fact_behind(node["fact"], vocabulary)
        return outcome, {open_fact} if outcome == "undetermined" else set()

    return visit(criterion)


def condition_outcome(op, known, limit):
    """One condition on a fact of which at least something is known."""
    if op == "is":
        return settled(known is limit)
    if op == "in":
        return settled(known in limit)
    if op == "hasAny":
        return settled(any(code in limit for code in known))
    lowest, highest = (known["min"], known["max"]) if isinstance(known, dict) else (known, known)
    answers = {COMPARISONS[op](value, limit) for value in (lowest, highest)}
    return settled(answers.pop()) if len(answers) == 1 else "undetermined"


# Each turns only once from the lowest to the highest value, so the two ends tell of everything between.
COMPARISONS = {
    "atLeast": lambda value, limit: value >= limit,
    "moreThan": lambda value, limit: value > limit,
    "atMost": lambda value, limit: value <= limit,
    "lessThan": lambda value, limit: value < limit,
}


def settled(is_met):
    return "met" if is_met else "notMet"
