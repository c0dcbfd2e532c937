"""What is said becomes a statement: the cue's status, turned by the modality of its verb group."""

from ralliement.annotations import Certainty, Status
from ralliement.components.discourse import Keys, Scope, Statement, Unsaid

MEANT: dict[str, dict[str, Status | None]] = {
    "member": {
        "planned": "joining", "wanted": "candidate", "hearsay": "candidate", "refused": "non_member",
        "ceased": "former",
    },
    "joining": {"wanted": "candidate", "hearsay": "candidate", "refused": "non_member", "ceased": "non_member"},
    "founder": {"wanted": None, "refused": None, "ceased": None},
    "former": {"planned": "member", "wanted": "member", "refused": "member", "ceased": None},
    "non_member": {"refused": None, "ceased": None, "wanted": None},
    "candidate": {"refused": "non_member", "ceased": None, "granted": "member"},
    "associate": {"refused": None, "ceased": None},
    "supporter": {"refused": None, "ceased": None, "wanted": None},
    "rival": {"refused": None, "ceased": None},
}  # fmt: skip
SAME = {
    "member": "member", "founder": "member", "joining": "member", "candidate": "candidate", "former": "former",
    "associate": "member", "return": "member",
}  # fmt: skip
CERTAINTY: dict[str, Certainty] = {"planned": "planned", "wanted": "planned", "hearsay": "conditional"}


def say(
    scope: Scope, alliance: Keys, orgs: Keys, base: str, modality: str, span: tuple[int, int], rule: str,
    strength: int = 3,
) -> bool:  # fmt: skip
    """State `base`, as `modality` turns it, of each organisation in each alliance; whether anything was said."""
    if base == "same":
        modality = "done" if modality == "planned" and span[0] == 0 else modality  # « Suivront A et B »
        last = [s.base for s in scope.said or scope.state.last_said if s.base in SAME]
        if not last:
            return False
        base = SAME[last[-1]]
    meant = base if modality == "done" else MEANT[base].get(modality, base)
    if meant and alliance and not orgs:
        scope.unsaid = Unsaid(alliance, base, modality, span)
    orgs = tuple(o for o in orgs if o not in alliance)
    if not meant or not alliance or not orgs:
        return False
    certainty = "asserted" if meant == "member" else CERTAINTY.get(modality, "asserted")
    cue = (scope.units[span[0]].start, scope.units[min(span[1], len(scope.units)) - 1].end)
    record(scope, alliance, orgs, meant, certainty, cue, rule, strength, base)  # type: ignore[arg-type]
    if base in ("member", "former"):
        scope.state.base = base
    return True


def record(
    scope: Scope, alliance: Keys, orgs: Keys, status: Status, certainty: Certainty, cue: tuple[int, int], rule: str,
    strength: int, base: str,
) -> list[Statement]:  # fmt: skip
    """Add a statement for each organisation in each alliance to what the sentence says, and return them."""
    new = [
        Statement(a, o, status, certainty, scope.span, cue, rule, strength, base)
        for a in alliance
        for o in orgs
        if a != o
    ]
    scope.said += new
    if status in ("founder", "member"):
        scope.state.inside |= {(s.organization, s.alliance) for s in new}
    if status == "founder":
        for statement in new:
            scope.state.founders.setdefault(statement.alliance, []).append(statement.organization)
    return new
