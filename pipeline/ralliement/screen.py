"""Which articles can be processed: text there is, in French, not over a set size."""

import re

from ralliement.article import Article, ReadError

MAX_CHARACTERS = 5_000_000
_FUNCTION_WORDS = {
    "français": "le les des une est sont dans que qui pour du au aux sur pas par avec ce cette son ses ont nous il",
    "anglais": "the of and to in is that for with was are has have by from this it at which not be its their an as",
    "allemand": "der die das und ist nicht mit von den dem ein eine auf für im sich auch wird hat sind zu bei nach",
    "espagnol": "el los las que y una con por para del es se su al como más pero sus fue ha está entre",
    "italien": "il gli che di per con una del della sono è non nel alla dei delle anche ha si più dal",
}
_LANGUAGE_OF: dict[str, list[str]] = {}
for _name, _words in _FUNCTION_WORDS.items():
    for _word in _words.split():
        _LANGUAGE_OF.setdefault(_word, []).append(_name)
_SAMPLE = 20_000  # characters: enough to tell a language


def screen(article: Article) -> ReadError | None:
    """Why an article cannot be processed, or None."""
    if not article.text.strip():
        return ReadError(article.path, "read", "no text", "the article holds no text; check its paragraphs")
    if len(article.text) > MAX_CHARACTERS:
        return ReadError(
            article.path, "read", "too long", f"over {MAX_CHARACTERS} characters; split the file into its articles"
        )
    language = _language(article.text[:_SAMPLE])
    if language != "français":
        return ReadError(article.path, "read", "not French", f"the text is in {language}; only French is understood")
    return None


def _language(text: str) -> str:
    counts = dict.fromkeys(_FUNCTION_WORDS, 0)
    words = re.findall(r"\w+", text.lower())
    for word in words:
        for language in _LANGUAGE_OF.get(word, ()):
            counts[language] += 1
    best = max(counts, key=lambda language: counts[language])
    # names and quotations in another tongue are no reason to drop a French article, nor is a headline
    sure = len(words) >= 20 and counts[best] >= 0.1 * len(words) and counts[best] > 2 * counts["français"]
    return best if sure else "français"
