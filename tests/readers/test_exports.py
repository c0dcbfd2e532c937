"""Exports of press databases: many articles a page."""

import pytest

from ralliement.article import Article
from ralliement.readers import read_articles

EUROPRESSE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Europresse</title></head><body>
<article>
 <header>
  <div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Courrier, no. 2310
     <span>Nantes</span></span></div>
  <span class="DocHeader">Économie, jeudi 7 décembre 2023 345 mots, p. 12</span>
  <div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">Altéo rejoint l’Alliance du
    fret</p></div>
  <div class="docAuthors">Par Inès Moreau</div>
 </header>
 <section><div class="DocText clearfix"><div class="docOcurrContainer">
   <p>Le transporteur <b>Altéo</b> rejoint l’<mark>Alliance</mark> du fret.</p>
   <p>«&nbsp;Nous en sommes&nbsp;», dit <i>Jeanne Morin</i>.<br>Brunel salue.</p>
   <p>Cet article est paru dans <a href="https://courrier.example/1">Le Courrier (site web)</a></p>
   <aside>© 2023 Le Courrier. Tous droits réservés.</aside>
 </div></div></section>
 <footer><span class="publiC-lblNodoc">news·20231207·CO·0042</span></footer>
</article>
<article>
 <header><span class="DocPublicationName">La Gazette</span><span class="DocHeader">Votre ville</span>
  <div class="titreArticle">Corvex s’en va</div></header>
 <div class="docOcurrContainer">Corvex quitte l’Alliance du fret.<div>Fin.</div></div>
 <span class="publiC-lblNodoc">news·20240108·GA·1</span>
</article>
<article><header><span class="DocPublicationName">La Gazette</span></header></article>
</body></html>"""

FACTIVA_INDEXED = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>
<div id="article-1" class="article frArticle"><table>
<tr><td class="index" align="right"><b>SE</b>&nbsp;</td><td>Économie</td></tr>
<tr><td class="index"><b>HD</b>&nbsp;</td><td><span class="frHeadline">Altéo rejoint l’Alliance</span></td></tr>
<tr><td align="right"><b>BY</b>&nbsp;</td><td>Inès Moreau</td></tr>
<tr><td align="right"><b>WC</b>&nbsp;</td><td>345 mots</td></tr>
<tr><td align="right"><b>PD</b>&nbsp;</td><td>7 December 2023</td></tr>
<tr><td align="right"><b>SN</b>&nbsp;</td><td>Le Courrier</td></tr>
<tr><td align="right"><b>LP</b>&nbsp;</td><td><p class="articleParagraph frarticleParagraph">Altéo rejoint
 l’Alliance du fret.</p></td></tr>
<tr><td align="right"><b>TD</b>&nbsp;</td><td><p class="articleParagraph frarticleParagraph">Brunel salue.</p>
<p class="articleParagraph frarticleParagraph">Fin.</p></td></tr>
<tr><td align="right"><b>AN</b>&nbsp;</td><td>Document COUR000020231207</td></tr></table></div></body></html>"""

FACTIVA_READING = """<html><body><div class="article frArticle"><div id="hd"><span class="frHeadline">Altéo rejoint
l’Alliance</span></div><div class="author">Inès Moreau</div><div>345 mots</div><div>7 décembre 2023</div>
<div>08:30</div><div>Le Courrier</div><div>COUR</div><div>Français</div><div>Copyright 2023 Le Courrier</div>
<p class="articleParagraph frarticleParagraph">Altéo rejoint l’Alliance du fret.</p>
<p class="articleParagraph frarticleParagraph">Brunel salue.</p><p>Document COUR000020231207</p></div></body></html>"""


def read(tmp_path, page, encoding="utf-8"):
    file = tmp_path / "export.html"
    file.write_bytes(page.encode(encoding))
    return list(read_articles([file]))


def test_europresse(tmp_path):
    one, other, error = read(tmp_path, EUROPRESSE)
    assert one == Article(
        path="export.html#1",
        text="Altéo rejoint l’Alliance du fret\n\nLe transporteur Altéo rejoint l’Alliance du fret.\n\n"
        "«\u00a0Nous en sommes\u00a0», dit Jeanne Morin.\n\nBrunel salue.",
        title="Altéo rejoint l’Alliance du fret",
        author="Inès Moreau",
        publisher="Le Courrier",
        published="2023-12-07",
    )
    assert other.text == "Corvex s’en va\n\nCorvex quitte l’Alliance du fret.\n\nFin."
    assert (other.publisher, other.published, other.author) == ("La Gazette", "2024-01-08", None)
    assert (error.path, error.error) == ("export.html#3", "no text")


@pytest.mark.parametrize("page", [FACTIVA_INDEXED, FACTIVA_READING], ids=["indexed", "reading"])
def test_factiva(tmp_path, page):
    [article] = read(tmp_path, page)
    assert article.text.startswith("Altéo rejoint l’Alliance\n\nAltéo rejoint l’Alliance du fret.\n\nBrunel salue.")
    assert (article.title, article.author, article.publisher, article.published) == (
        "Altéo rejoint l’Alliance", "Inès Moreau", "Le Courrier", "2023-12-07",
    )  # fmt: skip


def test_an_export_in_the_encoding_it_declares(tmp_path):
    page = EUROPRESSE.replace('charset="utf-8"', 'charset="iso-8859-1"')
    assert read(tmp_path, page, "cp1252") == read(tmp_path, EUROPRESSE)
