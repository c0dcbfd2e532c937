# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Un autre sujet : vos alliances, vos noms
#
# Rien dans ralliement n'est propre à l'intelligence artificielle. Ici, des ports et leurs riverains, dans des articles
# inventés ; les vôtres viennent d'un dossier, d'un tableau ou d'un export.

# %%
import tempfile
from pathlib import Path

import pandas as pd

import ralliement

articles = pd.DataFrame(
    [
        ("2024-02-01", "Le Phare", "L'armateur Kerlann et la coopérative Belle Marée ont fondé le Pacte des Estuaires. "
         "Le Pacte des Estuaires réunit aussi Ty Gwenn et Rivages Vivants. « Nous partageons un fleuve, pas un marché », "
         "a déclaré Soizic Kermadec, présidente de Belle Marée."),
        ("2024-06-15", "Le Phare", "Le chantier Quillivic a rejoint le Pacte des Estuaires. Le Pacte des Estuaires "
         "compte désormais plus de douze membres. Selon Soizic Kermadec, d'autres chantiers suivront."),
        ("2025-01-20", "La Vigie", "Ty Gwenn a quitté le Pacte des Estuaires. « On n'y décidait plus rien », regrette "
         "Erwan Talbot, directeur de Ty Gwenn. La criée de Port-Navel a refusé de rejoindre le Pacte des Estuaires."),
    ],
    columns=["published", "publisher", "text"],
)

# %% [markdown]
# ## Sans rien dire du sujet

# %%
first = ralliement.extract(articles)
first.alliances[["alliance", "organization", "status", "since", "until", "evidence"]]

# %% [markdown]
# ## Avec votre liste de noms
#
# Une liste est un CSV : le nom, le genre (`company`, `association`, `alliance`…), les autres formes séparées par `|`,
# `ambiguous` si le nom est aussi un mot courant, et une note pour qui la relira. Elle s'ajoute à la nôtre et l'emporte.

# %%
names = Path(tempfile.mkdtemp()) / "noms.csv"
names.write_text(
    """name,kind,aliases,ambiguous,note
Pacte des Estuaires,alliance,Pacte,,notre sujet
Belle Marée,company,,,coopérative
Ty Gwenn,company,,,brasseur de Port-Navel
Rivages Vivants,association,,,
Quillivic,company,chantier Quillivic,,
Kerlann,company,armateur Kerlann,,
Port-Navel,company,criée de Port-Navel,,la criée plutôt que la commune
""",
    encoding="utf-8",
)
nlp = ralliement.load(names=names)
tables = ralliement.extract(articles, nlp=nlp)
tables.alliances[["alliance", "organization", "kind", "status", "since", "until", "evidence"]]

# %% [markdown]
# ## Qui est dans le Pacte, avant et après le départ

# %%
pd.concat(
    {date: tables.who_is_in("Pacte des Estuaires", on=date)[["organization", "status"]] for date in ("2024-12-31", "2025-12-31")}
)

# %%
tables.timeline("Pacte des Estuaires")[["date", "organization", "status", "before"]]

# %%
ralliement.display(tables.articles.iloc[2], tables)

# %% [markdown]
# Le reste vient de même : `tables.quotes`, `tables.claims`, et la page à envoyer
# (`ralliement extract DOSSIER -o out`, puis `ralliement report out -o report.html`).
