"""Finds the amounts of a report: money, shares, counts. Lengths of time are times."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dragoman.domain.amount import Amount, Qualifier
from dragoman.domain.parse import Parse, Token
from dragoman.domain.text import Span
from dragoman.domain.time import TimeExpression
from dragoman.statements.amounts import units
from dragoman.statements.amounts.quantities import Quantity, quantity
from dragoman.statements.amounts.signs import abbreviated, is_minus, signs
from dragoman.statements.amounts.units import UNSAID
from dragoman.statements.context import Context
from dragoman.statements.times import numerals
from dragoman.statements.times.lexeme import Lexeme, Line
from dragoman.statements.times.lexemes import paragraphs

_MAY_BEGIN = re.compile(r"[NYaBuvU.]")
_PER = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}


def find_amounts(context: Context, said: Sequence[TimeExpression]) -> tuple[Amount, ...]:
    """The amounts that the report names, in text order; none meets a time of `said` or another amount."""
    found: list[Amount] = []
    starts = [t.span.start for t in said]
    for line in paragraphs(context.parse):
        found.extend(_in_line(context, line, said, starts))
    return tuple(found)


def _in_line(context: Context, line: Line, times: Sequence[TimeExpression], starts: list[int]) -> Iterator[Amount]:
    lexemes = line.lexemes
    at = end = 0
    while at < len(lexemes):
        if not _MAY_BEGIN.match(lexemes[at].kind):
            at += 1
            continue
        found = _fraction(lexemes, at) or quantity(lexemes, at)
        if found is None:
            at += 1
            continue
        made = None if _is_time(found, lexemes, times, starts) else _amount(context, lexemes, found)
        if made is None:
            at = found.last
            continue
        amount, at = made
        if amount.span.start >= end:
            yield amount
            end = amount.span.end


def _is_time(found: Quantity, lexemes: Sequence[Lexeme], times: Sequence[TimeExpression], starts: list[int]) -> bool:
    span = Span(lexemes[found.first].start, lexemes[found.last - 1].end)
    i = bisect_right(starts, span.start)
    return any(t.span.meets(span) for t in times[max(i - 1, 0) : i + 1])


def _amount(context: Context, lexemes: Sequence[Lexeme], found: Quantity) -> tuple[Amount, int] | None:
    """The amount around a number, and the lexeme after it; None where the number measures nothing."""
    first, last = found.first, found.last
    flags = found.flags
    unit = of = None
    share = "fraction" in flags
    sign = lexemes[first - 1] if first and signs(lexemes, first) else None
    if sign is not None:
        found, last = abbreviated(lexemes, found)
    if share:
        unit, flags = "%", ()
    elif sign is not None:
        prefix = lexemes[first - 2] if first > 1 and not sign.spaced else None
        glued = prefix is not None and prefix.end == sign.start and prefix.low in units.currencies()["dollar_prefixes"]
        unit, more = units.signed(sign.low, prefix.low if glued and prefix else "")
        flags += more
        first -= 2 if glued else 1
    elif first and lexemes[first - 1].low in units.currencies()["codes"]:
        unit = units.currencies()["codes"][lexemes[first - 1].low]
        first -= 1
    else:
        read = _unit_after(lexemes, found)
        if read is not None:
            unit, last, more = read
            flags += more
    if is_minus(lexemes, first) and found.value is not None:
        found, first = found._replace(value=-found.value), first - 1
    per, last = _per(lexemes, last)
    if unit is None or unit == "%":
        counted = _counted(context.parse, lexemes, found, last, unit)
        if counted is None:
            return None
        unit, last, of, more = counted
        flags += more
    elif unit and lexemes[last : last + 1] and lexemes[last].low == "worth":
        last += 1
    if of is None and unit is not None and unit.isupper():
        of = _paid_in(context.parse, lexemes, last)
    qualifier, begin = _qualifier(lexemes, first)
    end_qualifier, last = _after(lexemes, last)
    qualifier = end_qualifier or _after(lexemes, found.last)[0] or qualifier
    if found.vague:
        qualifier = Qualifier.VAGUE if qualifier is Qualifier.EXACT else qualifier
    span = Span(lexemes[begin].start, lexemes[last - 1].end)
    words = span.of(context.text)
    return Amount(span, words, found.value, found.low, found.high, unit, qualifier, of, per, flags), last


def _fraction(lexemes: Sequence[Lexeme], at: int) -> Quantity | None:
    """ "two-thirds of", "a quarter of", "half of": a share in per cent, the lexeme "of" left out."""
    table = numerals.words()["fractions"]
    count, last = 1.0, at
    if lexemes[at].low == "half":
        last = at + 1
    elif lexemes[at].kind in "aN" and at + 2 < len(lexemes):
        last = at + (2 if lexemes[at + 1].kind == "-" else 1)
        count = lexemes[at].value if lexemes[at].kind == "N" and isinstance(lexemes[at].value, float) else 1.0
        if last >= len(lexemes) or lexemes[last].low not in table:
            return None
        last += 1
    else:
        return None
    if last >= len(lexemes) or lexemes[last].kind != "o":
        return None
    return Quantity(at, last, round(100 * count * table[lexemes[last - 1].low], 4), None, None, ("fraction",))


def _unit_after(lexemes: Sequence[Lexeme], found: Quantity) -> tuple[str, int, tuple[str, ...]] | None:
    """The unit that stands right after the number, and the lexeme after it."""
    at = found.last
    if found.vague and at < len(lexemes) and lexemes[at].kind == "o":
        at += 1
    if at < len(lexemes) and lexemes[at].kind == "-" and not lexemes[at].spaced:
        at += 1
    lows = [x.low for x in lexemes[at : at + 3]]
    if not lows:
        return None
    if lexemes[at].kind == "%" or lows[0] == "percent":
        return "%", at + 1, ()
    if lexemes[at].kind == "$" and not (
        lexemes[at].spaced and lexemes[at + 1 : at + 2] and lexemes[at + 1].kind in "NY"
    ):
        unit, flags = units.signed(lexemes[at].low, "")
        return unit, at + 1, flags
    if lows[:2] == ["per", "cent"]:
        return "%", at + 2, ()
    if lows[:2] == ["percentage", "points"] or lows[:2] == ["percentage", "point"]:
        return "percentage point", at + 2, ()
    for width in (3, 2, 1):
        if len(lows) < width:
            continue
        money = units.named(" ".join(lows[: width - 1]), lows[width - 1])
        if money is not None and (width == 1 or lexemes[at].capital):
            return money[0], at + width, money[1]
    square = 2 if lows[0] in ("square", "cubic") and len(lows) > 1 else 1
    measure = units.words()["measures"].get(lows[square - 1]) or units.words()["measures"].get(
        units.singular(lows[square - 1])
    )
    if measure and measure != "%":
        return (f"{lows[0]} {measure}" if square == 2 else measure), at + square, ()
    return None


def _per(lexemes: Sequence[Lexeme], last: int) -> tuple[str | None, int]:
    """ "a year", "per month", "annually" after the unit."""
    after = lexemes[last : last + 2]
    if len(after) == 2 and after[0].low in ("a", "an", "per", "each", "every") and after[1].kind == "U":
        return _PER.get(str(after[1].value)), last + 2
    if (
        len(after) == 2
        and after[0].low in ("a", "per")
        and after[1].low in ("barrel", "share", "head", "person", "ton")
    ):
        return after[1].low, last + 2
    if after and after[0].kind == "A" and str(after[0].value)[2:] in _PER:
        return _PER[str(after[0].value)[2:]], last + 1
    return None, last


def _counted(
    parse: Parse, lexemes: Sequence[Lexeme], found: Quantity, last: int, unit: str | None
) -> tuple[str, int, str | None, tuple[str, ...]] | None:
    """Unit, lexeme after it, and what it is of, from the noun that the parse says is counted."""
    token = parse.tokens[lexemes[found.last - 1].token]
    if unit == "%":
        return "%", last, _share_of(parse, lexemes, last), ()
    if found.vague and last < len(lexemes) and lexemes[last].low in ("in", "of"):
        noun = next((x for x in lexemes[last + 1 : last + 4] if units.singular(x.low) in units.word_set("money")), None)
        if noun is not None and lexemes[last].low == "in":
            stop = next(i for i in range(last + 1, last + 4) if lexemes[i] is noun) + 1
            return UNSAID, stop, noun.low, ("currency not said",)
    if (found.first and _is_label(lexemes[found.first - 1])) or _in_name(parse, lexemes, found):
        return None
    noun_token = _noun(parse, token, found, lexemes)
    if noun_token is None:
        return None
    plural = noun_token.tag in ("NNS", "NNPS")
    lemma = noun_token.lemma.lower()
    regular = units.singular(lemma) if plural and lemma == noun_token.lower else lemma
    single = units.words()["irregular"].get(noun_token.lower, regular)
    if single in units.word_set("enumerators") or not single[:1].isalpha():
        return None
    shouted = noun_token.text.isupper() and len(single) > 3
    if shouted or (noun_token.pos != "NOUN" and not plural):
        return None
    small = found.value is not None and found.value == 1
    if (lexemes[found.first].low in ("one", "a") and small) or not (
        plural or small or single in units.word_set("unchanging")
    ):
        return None
    after = next((i for i in range(last, len(lexemes)) if lexemes[i].end >= noun_token.end), last - 1)
    return single, max(after + 1, last), None, ()


def _is_label(before: Lexeme) -> bool:
    return before.low in units.word_set("labels") or before.low in ("#", "'")


def _in_name(parse: Parse, lexemes: Sequence[Lexeme], found: Quantity) -> bool:
    """True for the figure of a name or of a list: "Group of 20" is kept as a name, "1." opens an item."""
    at = found.first
    lexeme = lexemes[at]
    before = lexemes[at - 1] if at else None
    after = lexemes[found.last] if found.last < len(lexemes) else None
    opens = before is None or before.kind == ";"
    if opens and after is not None and after.low in (".", ")") and lexeme.low.isdigit():
        return True
    if before is not None and before.low == "of" and at > 1 and lexemes[at - 2].low == "group":
        return True
    return before is not None and before.capital and before.kind == "." and parse.tokens[before.token].pos == "PROPN"


def _noun(parse: Parse, token: Token, found: Quantity, lexemes: Sequence[Lexeme]) -> Token | None:
    """The counted noun to the right of the number, at most six words on."""
    number = token
    for _ in range(3):
        head = parse.head(number.index)
        if (
            number.dep in ("nummod", "compound", "quantmod", "amod", "advmod", "npadvmod")
            and head.index != number.index
        ):
            number = head
            if number.pos in ("NOUN", "PROPN") and number.index > token.index and number.tag != "CD":
                return number if number.index - token.index <= 6 else None
        else:
            break
    if found.vague and found.last < len(lexemes) and lexemes[found.last].kind == "o":
        prep = parse.child(token.index, "prep")
        return parse.child(prep.index, "pobj") if prep is not None else None
    follower = parse.tokens[token.index + 1] if token.index + 1 < len(parse.tokens) else None
    if follower is not None and follower.tag == "NNS" and parse.sentence(token.index) == parse.sentence(follower.index):
        return follower
    return None


def _paid_in(parse: Parse, lexemes: Sequence[Lexeme], last: int) -> str | None:
    """ "flats" in "$40 million worth of flats", "aid" in "$3 billion in aid"."""
    if last + 1 >= len(lexemes) or lexemes[last].low not in ("of", "in"):
        return None
    thing = parse.child(lexemes[last].token, "pobj")
    if thing is None or thing.pos != "NOUN":
        return None
    return thing.text if lexemes[last].low == "of" or units.singular(thing.lower) in units.word_set("money") else None


def _share_of(parse: Parse, lexemes: Sequence[Lexeme], last: int) -> str | None:
    """The words after "of" that a share is a share of."""
    if last >= len(lexemes) or lexemes[last].kind != "o":
        return None
    preposition = parse.tokens[lexemes[last].token]
    thing = parse.child(preposition.index, "pobj")
    if thing is None:
        return None
    first, end = parse.edges(thing.index)
    return " ".join(t.text for t in parse.tokens[first : min(end, first + 11) + 1])


def _qualifier(lexemes: Sequence[Lexeme], first: int) -> tuple[Qualifier, int]:
    """The qualifier right before lexeme `first`, and the lexeme that it begins at."""
    table = units.words()["before"]
    qualifier, begin = Qualifier.EXACT, first
    for _ in range(2):
        for width in (4, 3, 2, 1):
            phrase = " ".join(x.low for x in lexemes[max(begin - width, 0) : begin])
            if begin >= width and phrase in table:
                word = Qualifier(table[phrase])
                qualifier = qualifier if word is Qualifier.EXACT else word
                begin -= width
                break
        else:
            break
    return qualifier, begin


def _after(lexemes: Sequence[Lexeme], last: int) -> tuple[Qualifier | None, int]:
    word = units.words()["after"].get(" ".join(x.low for x in lexemes[last : last + 2]))
    return (Qualifier(word), last + 2) if word else (None, last)
