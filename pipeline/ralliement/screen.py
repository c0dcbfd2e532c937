"""Which articles can be processed: text there is, in French, not over a set size."""

import re

from ralliement.article import Article, ReadError

MAX_CHARACTERS = 5_000_000
_SAMPLE = 5_000  # characters: enough to tell a language
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # JSON may hold one, no file or table can
_NOT_LATIN = re.compile("[^\0-\u024f]+")
_FEW = 20  # words: too few to tell, a headline may be all names
# not « la, un, que, en, se »: Spanish and Catalan have them too
_FRENCH = frozenset({
    "le", "les", "des", "du", "une", "et", "est", "sont", "été", "dans", "qui", "pour", "au", "aux", "sur", "pas",
    "avec", "ce", "cette", "c", "ont", "il", "elle", "nous", "vous", "ne", "mais", "où", "leur", "leurs", "ces",
})  # fmt: skip
_NAMES = {
    "en": "English", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
    "ca": "Catalan", "ro": "Romanian", "pl": "Polish", "ar": "Arabic", "ru": "Russian", "zh": "Chinese",
    "oc": "Occitan", "br": "Breton", "eu": "Basque", "co": "Corsican", "lb": "Luxembourgish",
    "tr": "Turkish", "ja": "Japanese",
}  # fmt: skip


def screen(article: Article) -> ReadError | None:
    """Why an article cannot be processed, or None."""
    if not article.text.strip():
        return ReadError(article.path, "read", "no text", "the article holds no text; check its paragraphs")
    if len(article.text) > MAX_CHARACTERS:
        return ReadError(
            article.path, "read", "too long", f"over {MAX_CHARACTERS} characters; split the file into its articles"
        )
    metadata = (article.path, article.title, article.author, article.publisher)
    if any(_LONE_SURROGATE.search(words or "") for words in (article.text, *metadata)):
        path = _LONE_SURROGATE.sub("\ufffd", article.path)
        return ReadError(path, "read", "broken characters", "half a character; save the file as UTF-8 again")
    language = language_of(article.text)
    if language != "French":
        return ReadError(article.path, "read", "not French", f"the text is in {language}; only French is understood")
    return None


def language_of(text: str) -> str:
    """The language of a text, by name: French unless it is surely another.

    Function words settle it for French at no cost. The rest goes to py3langid (BSD, kept, 97 languages, 5 MB), which
    alone would take a list of foreign companies for a foreign text.
    """
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample)
    foreign_script = sum(map(str.isalpha, "".join(_NOT_LATIN.findall(sample))))
    if foreign_script < len(sample) / 4:
        french = sum(word.lower() in _FRENCH for word in words)
        running = sum(word.islower() for word in words)
        # names and quotations in another tongue are no reason to drop a French article
        if len(words) < _FEW or french >= 0.1 * len(words) or running < 0.4 * len(words):
            return "French"
    # imported here: articles in French, nearly all, do without
    from py3langid import classify

    code, _ = classify(sample)
    return "French" if code == "fr" else _NAMES.get(code, code)
