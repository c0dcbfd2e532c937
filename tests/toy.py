"""A pipeline in place of the real one, for what does not depend on language: it reads sentences like

    Altéo fonde Ligue.   Altéo rejoint Ligue (2024-02).   Altéo quitte Ligue.   « oui à Ligue », dit Altéo.

Each capitalised word is an organisation; a date in brackets is that of the event. « Explose » raises,
« Meurs » kills the process.
"""

import os
import re
import signal

import spacy
from spacy.language import Language

from ralliement.annotations import register

STATUS = {
    "fonde": "founder", "rejoint": "member", "rejoindra": "joining", "quitte": "former", "refuse": "non_member",
}  # fmt: skip
NAME = r"[A-Z]\w+"
STATEMENT = re.compile(
    rf"(?P<organization>{NAME}) (?P<verb>{'|'.join(STATUS)}) (?P<alliance>{NAME})(?: \((?P<date>[\d-]+)\))?"
)
QUOTE = re.compile(rf"(?P<said>« [^»]+ »), dit (?P<who>{NAME})")


@Language.component("toy")
def toy(doc):
    if "Explose" in doc.text:
        raise RuntimeError("boum")
    if "Meurs" in doc.text:
        os.kill(os.getpid(), signal.SIGKILL)
    names = {name: f"e{i}" for i, name in enumerate(sorted(set(re.findall(NAME, doc.text))), 1)}
    doc._.entities = {key: {"label": "ORG", "name": name, "aliases": []} for name, key in names.items()}
    doc._.mentions = [
        {"start": m.start(), "end": m.end(), "label": "ORG", "entity": names[m[0]], "rule": "toy"}
        for m in re.finditer(NAME, doc.text)
    ]
    doc._.memberships = [
        {
            "alliance": names[m["alliance"]], "organization": names[m["organization"]], "status": STATUS[m["verb"]],
            "certainty": "asserted", "date": m["date"], "start": m.start(), "end": m.end(), "cue": m["verb"],
            "speaker": None, "rule": "toy", "confidence": 1.0,
        }
        for m in STATEMENT.finditer(doc.text)
    ]  # fmt: skip
    doc._.quotes = [
        {
            "quote": i, "start": m.start("said"), "end": m.end("said"), "kind": "direct",
            "speaker": names[m["who"]], "speaker_type": "organization",
            "speaker_start": m.start("who"), "speaker_end": m.end("who"), "speaker_for": None, "cue": "dit",
            "sentence_start": m.start(), "sentence_end": m.end(),
            "about": [names[name] for name in re.findall(NAME, m[0])],
            "rule": "toy", "confidence": 1.0,
        }
        for i, m in enumerate(QUOTE.finditer(doc.text), 1)
    ]  # fmt: skip
    return doc


def load():
    register()
    nlp = spacy.blank("fr")
    nlp.add_pipe("toy")
    return nlp
