"""The model by paragraph: one annotation for a text, alone, in a batch or cut in pieces."""

from spacy.tokens import Doc

from ralliement import batch, extract

TITLE = "Trois ports s'allient"
BODY = "Le port de Sète a signé mardi. Son directeur, Paul Girard, s'en réjouit."
QUOTED = "« Nous y sommes. Enfin. Personne n'y croyait », a déclaré Paul Girard."


def annotation(doc):
    return [(t.text, t.pos_, str(t.morph), t.ent_type_) for t in doc if not t.is_space]


def test_a_paragraph_is_read_as_it_would_be_alone(nlp):
    both, alone = nlp(f"{TITLE}\n\n{BODY}"), nlp(BODY)
    assert annotation(both)[-len(alone) :] == annotation(alone)


def test_a_batch_gives_what_each_text_gives(nlp):
    texts = [BODY, "", QUOTED, f"{TITLE}\n{BODY}", "\n\n"]
    assert [annotation(doc) for doc in nlp.pipe(texts)] == [annotation(nlp(text)) for text in texts]


def test_curly_marks_are_read_as_guillemets_and_kept(nlp):
    curly = nlp(QUOTED.replace("«", "“").replace("»", "”"))
    assert "“" in curly.text
    assert [t[1:] for t in annotation(curly)] == [t[1:] for t in annotation(nlp(QUOTED))]


def test_a_long_paragraph_is_cut_after_a_sentence(nlp):
    doc = nlp(" ".join([BODY] * 60))
    assert len(list(doc.sents)) == 120
    assert [t.text for t in doc if t.ent_type_ == "PER"] == ["Paul", "Girard"] * 60


def test_a_doc_survives_serialisation(nlp):
    doc = nlp(f"{TITLE}\n\n{QUOTED}")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert annotation(again) == annotation(doc)
    assert (again._.mentions, again._.quotes) == (doc._.mentions, doc._.quotes)


def test_word_vectors_are_found_without_the_spelling_of_all_words(nlp):
    assert len(nlp.vocab.strings) < 100_000
    assert nlp.vocab["maison"].has_vector
    assert nlp.vocab["maison"].similarity(nlp.vocab["appartement"]) > nlp.vocab["maison"].similarity(nlp.vocab["oser"])


def test_what_a_chunk_forgets_changes_no_row(nlp, monkeypatch):
    texts = [f"{TITLE}\n\n{BODY}", QUOTED, f"Le groupe Kerlann a rejoint l'Alliance des ports. {QUOTED}"]
    rows = []
    for kept in (0, 10**9):
        monkeypatch.setattr(batch, "KEPT_WORDS", kept)
        tables = extract(texts, nlp=nlp)
        rows.append({name: list(tables.rows(name)) for name in ("mentions", "quotes", "memberships")})
    assert rows[0] == rows[1]
    assert rows[0]["memberships"]
