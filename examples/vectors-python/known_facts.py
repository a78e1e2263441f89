"""What is known of a fact: nothing, exactly one value, or the lowest and the highest it can be."""

import calendar


def known_fact(fact, facts, vocabulary, on, leap_day_birthday):
    """A value, an interval as {"min": …, "max": …}, or None when nothing is known."""
    definition = vocabulary[fact]
    if definition["type"] == "completedYears":
        since = stated(definition["since"], facts, vocabulary)
        return None if since is None else possible_years(since, on, leap_day_birthday)
    value = stated(fact, facts, vocabulary)
    return possible_days(value) if definition["type"] == "date" and value is not None else value


def stated_fact_behind(fact, vocabulary):
    """The date of birth for an age, else the fact itself."""
    definition = vocabulary[fact]
    return definition["since"] if definition["type"] == "completedYears" else fact


def stated(fact, facts, vocabulary):
    """Absent, null and an answer that means missing are all None: not known, and never no."""
    value = facts.get(fact)
    return None if value in vocabulary[fact].get("missing", []) else value


def possible_days(date):
    """The first and the last day that YYYY, YYYY-MM or YYYY-MM-DD can stand for. Days compare as text."""
    if len(date) == 4:
        return {"min": date + "-01-01", "max": date + "-12-31"}
    if len(date) == 7:
        year, month = parts(date)
        return {"min": date + "-01", "max": f"{date}-{calendar.monthrange(year, month)[1]:02}"}
    return {"min": date, "max": date}


def possible_years(since, on, leap_day_birthday):
    days = possible_days(since)
    return {
        "min": completed_years(days["max"], on, leap_day_birthday),
        "max": completed_years(days["min"], on, leap_day_birthday),
    }


def completed_years(since, on, leap_day_birthday):
    (year, month, day), (on_year, on_month, on_day) = parts(since), parts(on)
    if (month, day) == (2, 29) and not calendar.isleap(on_year):
        month, day = (3, 1) if leap_day_birthday == "1-march" else (2, 28)
    return on_year - year - ((on_month, on_day) < (month, day))


def parts(date):
    return tuple(int(part) for part in date.split("-"))
