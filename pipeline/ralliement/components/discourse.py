"""What the sentences of an article leave to the next: the alliance spoken of, the topic, the last lists, the heading.

A side that a sentence leaves out (« il », « y », « ont dit non ») is what the state holds.
"""

from dataclasses import dataclass, field

from ralliement.annotations import Certainty, Status
from ralliement.components.lists import Group, groups
from ralliement.components.units import Sentence, Unit

Keys = tuple[str, ...]
PLURAL = {"ils", "elles", "ceux-ci", "celles-ci"}
BACKWARD = {"dernier", "dernière", "celui-ci", "celle-ci"}  # take up what the paragraph before ended with


@dataclass(slots=True)
class Statement:
    """One reading. `cue` and `sentence` are tokens; `strength` says how direct it is (3: a cue with both sides).

    `base` is what the cue means without its modality: « n'a pas rejoint » is a non_member by a cue of membership.
    """

    alliance: str
    organization: str
    status: Status
    certainty: Certainty
    sentence: tuple[int, int]
    cue: tuple[int, int]
    rule: str
    strength: int
    base: str
    date: str | None = None
    source: tuple[int, int] | None = None  # the sentence of the cue, where that is a heading


@dataclass(slots=True)
class Heading:
    """What a heading says of the names below it: their status, in which alliance."""

    status: Status
    alliance: Keys
    cue: tuple[int, int]
    sentence: tuple[int, int]
    lasting: bool  # until the next heading; else for the very next lines


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What is said of organisations that are not named: « Plusieurs enseignes ont quitté Z »."""

    alliance: Keys
    base: str
    modality: str
    cue: tuple[int, int]  # units


@dataclass(frozen=True, slots=True)
class Birth:
    """Words that say when an alliance was made, without saying by whom."""

    alliance: str
    sentence: tuple[int, int]
    cue: tuple[int, int]


@dataclass(slots=True)
class State:
    """What the sentences before leave to the next one."""

    main: Keys  # the alliance that the article is about
    recent: list[str]  # alliances, the one named last at the end
    topic: Keys = ()  # organisations that the last subject stood for
    lists: list[Keys] = field(default_factory=list)  # of two organisations at least, the last at the end
    named: list[str] = field(default_factory=list)  # organisations in order of mention
    last: Keys = ()  # the alliance named last, be it only opposed
    heading: Heading | None = None
    asked: list[Statement] = field(default_factory=list)  # what the last sentence asked, by yes or no
    listing: bool = False  # the last sentence was an item of a vertical list
    last_said: list[Statement] = field(default_factory=list)  # by the last sentence
    unsaid: Unsaid | None = None  # by the last sentence, of those that it did not name
    births: list[Birth] = field(default_factory=list)
    quoted: list[tuple[int, int]] = field(default_factory=list)  # direct quotes, in tokens
    base: str = "member"  # of the last statement
    inside: set[tuple[str, str]] = field(default_factory=set)  # organisation and alliance: said to be in it so far
    founders: dict[str, list[str]] = field(default_factory=dict)  # said so far, by alliance
    chronicle: Keys = ()  # the alliance that the lines of a chronicle above told of
    section: Keys = ()  # the alliance that the heading above names, else the main one
    paragraph: int = -1

    @property
    def focus(self) -> Keys:
        """The alliance spoken of."""
        return tuple(self.recent[-1:])

    def enter(self, sentence: Sentence) -> None:
        """A paragraph that names no alliance at first speaks of its section's again, unless it takes up the last."""
        named = next((unit.keys for unit in sentence.units if unit.kind == "alliance"), ())
        opens = sentence.paragraph != self.paragraph and not (sentence.heading or sentence.bullet or self.heading)
        if opens and not named and not any(unit.low in BACKWARD for unit in sentence.units):
            self.speak_of(self.section or self.main)
        if sentence.heading and len(named) == 1:
            self.section = named
        self.paragraph = sentence.paragraph

    def speak_of(self, alliance: Keys) -> None:
        """Make `alliance` the one spoken of."""
        for key in alliance:
            self.recent.remove(key)
            self.recent.append(key)

    def other(self, alliance: Keys) -> Keys:
        """The alliance named last beside `alliance`, if there is one."""
        return next(((key,) for key in reversed(self.recent) if key not in alliance), ())


@dataclass(slots=True)
class Scope:
    """The units of a sentence or bracket, its lists of names, and the statements made of it."""

    units: list[Unit]
    state: State
    span: tuple[int, int]  # of the sentence, in characters
    host: Keys = ()  # of a bracket: the name before it
    groups: list[Group] = field(default_factory=list)
    said: list[Statement] = field(default_factory=list)
    unsaid: Unsaid | None = None

    def __post_init__(self) -> None:
        self.groups = groups(self.units)

    def group(self, i: int) -> Group | None:
        """The list that the name at unit `i` belongs to."""
        return next((g for g in self.groups if g.start <= i < g.end), None)

    def focus(self, before: int) -> Keys:
        """The alliance named last before unit `before`, else the one spoken of."""
        for unit in reversed(self.units[: max(0, before)]):
            if unit.kind == "alliance":
                return unit.keys
        return self.state.focus

    def other(self, alliance: Keys) -> Keys:
        """The alliance of the sentence beside `alliance`, else the one spoken of before it."""
        for unit in self.units:
            if unit.kind == "alliance" and not set(unit.keys) & set(alliance):
                return unit.keys
        return self.state.other(alliance)

    def topic(self, before: int, word: str) -> Keys:
        """Whom a pronoun stands for: a list before it in the sentence, else the topic of the sentences before."""
        if word in ("dernier", "dernière"):
            return tuple(self.state.named[-1:])
        plural = word in PLURAL
        free = [g for g in self.groups if g.end <= before and g.prep in ("", "quant", "ni")]
        fits = [g for g in free if (len(g.keys) > 1) == plural]
        if fits:
            return tuple(fits[-1].keys)
        if plural:
            topic = self.state.topic
            return topic if len(topic) > 1 else self.state.lists[-1] if self.state.lists else ()
        return self.host or self.state.topic[:1]

    def quoted(self, i: int) -> bool:
        """Whether unit `i` is within somebody's own words, where « il » is not the article's."""
        return any(start <= self.units[i].start < end for start, end in self.state.quoted)

    def born(self, alliance: Keys, start: int, end: int) -> None:
        """Remember the words, units `start` to `end`, that say when an alliance was made."""
        cue = (self.units[start].start, self.units[end - 1].end)
        self.state.births += [Birth(key, self.span, cue) for key in alliance]

    def remember(self) -> None:
        """Leave the state to the next sentence: an alliance that is only opposed is not the one spoken of."""
        state = self.state
        opposed = {s.organization for s in self.said if s.status == "rival"}
        opposed -= {s.alliance for s in self.said if s.status != "rival"}
        state.last = next((u.keys for u in reversed(self.units) if u.kind == "alliance"), state.last)
        named = [key for unit in self.units if unit.kind == "alliance" for key in unit.keys]
        state.speak_of(tuple(k for k in named if k not in opposed))
        state.last_said = self.said
        state.unsaid = self.unsaid
        free = [g for g in self.groups if g.prep in ("", "quant", "ni") or (g.prep in ("pour", "chez") and g.at == 0)]
        if free:
            state.topic = tuple(free[0].keys)
        state.named += [key for g in self.groups for key in g.keys]
        nested = [g for unit in self.units if unit.kind == "bracket" for g in groups(unit.inner)]
        state.lists += [tuple(g.keys) for g in (*nested, *self.groups) if len(g.keys) > 1]
