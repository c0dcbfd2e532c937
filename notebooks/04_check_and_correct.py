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
# # Vérifier, juger, corriger
#
# Une extraction n'est pas une vérité. Ce carnet lit les preuves, les moins sûres d'abord, garde vos jugements dans un
# fichier, mesure ce qu'ils disent, et corrige.

# %%
import tempfile
from pathlib import Path

import pandas as pd

import ralliement

desk = Path(tempfile.mkdtemp())  # chez vous : un dossier qui reste
tables = ralliement.extract("../corpora/ai-alliance", desk)

# %% [markdown]
# ## Lire les preuves, les moins sûres d'abord
#
# Un clic sur la preuve montre ce qui l'entoure.

# %%
doubtful = tables.memberships.sort_values(["confidence", "organization"], ignore_index=True)
ralliement.display(doubtful[["article_id", "start", "end", "organization", "status", "alliance", "certainty"]], tables)

# %% [markdown]
# Tout l'article, avec ce qui y a été trouvé :

# %%
article = tables.articles.query("path == '07-calliste-depart.txt'").iloc[0]
ralliement.display(article, tables)

# %% [markdown]
# ## Où les sources se contredisent

# %%
conflicts = tables.alliances[tables.alliances["conflict"]]
ralliement.display(conflicts[["alliance", "alliance_id", "organization", "organization_id", "statuses", "evidence"]], tables)

# %% [markdown]
# ## Juger
#
# Le fichier s'ouvre dans un tableur : mettez `oui` ou `non` dans la colonne `juste`. Ici, deux lignes sont jugées pour
# l'exemple.

# %%
to_judge = doubtful[["article_id", "alliance_id", "organization_id", "organization", "status", "evidence", "rule"]].head(10)
to_judge.assign(juste="").to_csv(desk / "a_juger.csv", sep=";", index=False, encoding="utf-8-sig")

judged = pd.read_csv(desk / "a_juger.csv", sep=";", dtype=str, keep_default_na=False)
judged.loc[0, "juste"] = "oui"
judged.loc[1, "juste"] = "non"
judged.to_csv(desk / "juges.csv", sep=";", index=False, encoding="utf-8-sig")
judged.loc[:1, ["organization", "status", "evidence", "juste"]]

# %% [markdown]
# ## Ce que disent les jugements, règle par règle

# %%
done = judged[judged["juste"] != ""]
done.assign(juste=done["juste"] == "oui").groupby("rule")["juste"].agg(["size", "mean"])

# %% [markdown]
# ## Écarter ce qui est faux
#
# Les lignes refusées sortent de ce que l'on compte ; le reste ne bouge pas.

# %%
keys = ["article_id", "alliance_id", "organization_id", "status"]
refused = judged.loc[judged["juste"] == "non", keys]
kept = tables.memberships.merge(refused, on=keys, how="left", indicator=True).query("_merge == 'left_only'")
len(tables.memberships), len(kept)

# %% [markdown]
# ## Réunir ou séparer des noms
#
# `identity.csv`, à côté des tables, l'emporte sur ce que les noms laissent croire, maintenant et à chaque lancement :
# un nom tel qu'il est écrit, l'article s'il ne faut corriger que là, et le nom à lui donner.

# %%
(desk / "identity.csv").write_text(
    """name,article,canonical
Nasa,,NASA
AMD,,Advanced Micro Devices
""",
    encoding="utf-8",
)
corrected = ralliement.extract("../corpora/ai-alliance", desk)  # rien n'est relu, seuls les noms le sont
corrected.who_is_in("AI Alliance")[["organization", "status", "since"]]

# %% [markdown]
# Une organisation manquée se corrige à la source : une ligne dans votre propre liste de noms (`05_own_alliance`), et
# tout le corpus en profite.
