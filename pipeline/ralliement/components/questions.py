"""Questions of yes or no, as pages of questions and answers have them: what is asked is not yet said."""

from ralliement.components.discourse import Scope

INVERTED = {"-il", "-elle", "-ils", "-elles", "-t-il", "-t-elle", "-t-ils", "-t-elles", "-ce"}
PRESUPPOSING = {
    "pourquoi", "quand", "comment", "que", "qu'", "où", "combien", "qui", "quel", "quelle", "quels", "quelles",
}  # fmt: skip  # « pourquoi A a-t-il quitté Z ? »: it has


def answer(scope: Scope) -> None:
    """« A fait-il partie de Z ? » says nothing, « Oui » or « Non » after it does."""
    state, first = scope.state, scope.units[0].low
    asked, state.asked = state.asked, []
    if first == "oui":
        scope.said += asked
    elif first in ("non", "pas"):
        for statement in asked:
            if statement.status in ("member", "founder"):
                statement.status = "non_member"
                scope.said.append(statement)
    words = [unit.low for unit in scope.units]
    if words[-1] == "?" and INVERTED & set(words) and not PRESUPPOSING & set(words[:4]):
        state.asked, scope.said[:] = list(scope.said), []
