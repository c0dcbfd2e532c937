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
# # Qui dit quoi, et quand ?
#
# Chaque ligne de `quotes` est un passage rapporté : directement (`direct`), par un fragment entre guillemets
# (`mixed`) ou sans guillemets (`indirect`), avec qui parle, tel que l'article le dit et tel qu'on le connaît.
#
# Les graphiques viennent d'Altair : `pip install 'ralliement[report]'`.

# %%
import altair as alt

import ralliement

tables = ralliement.extract("../corpora/ai-alliance")
tables.quotes["kind"].value_counts()

# %% [markdown]
# ## Qui parle le plus
#
# Les reprises d'une même dépêche ne comptent qu'une fois.

# %%
originals = tables.articles[tables.articles["duplicate_of"].isna()]
quotes = tables.quotes.merge(originals[["article_id", "published", "publisher"]], on="article_id")
people = tables.people.set_index("person_id")[["role", "organization"]]
speakers = (
    quotes.dropna(subset="speaker")
    .groupby(["speaker_id", "speaker"], as_index=False)
    .agg(passages=("text", "size"), articles=("article_id", "nunique"), first=("published", "min"), last=("published", "max"))
    .join(people, on="speaker_id")
    .sort_values("passages", ascending=False, ignore_index=True)
)
speakers.drop(columns="speaker_id").head(10)

# %% [markdown]
# ## Mois par mois
#
# Passez la souris sur une barre pour en voir le détail.

# %%
by_month = (
    quotes.dropna(subset=["speaker", "published"])
    .assign(month=lambda frame: frame["published"].str[:7])
    .groupby(["month", "speaker"], as_index=False)
    .size()
)
top = speakers["speaker"].head(6)
alt.Chart(by_month[by_month["speaker"].isin(top)]).mark_bar().encode(
    x=alt.X("month:O", title="mois"),
    y=alt.Y("size:Q", title="passages"),
    color=alt.Color("speaker:N", title="qui parle", sort=top.tolist()),
    tooltip=["month", "speaker", "size"],
).properties(width=480, height=220)

# %% [markdown]
# ## Lire ce que dit quelqu'un
#
# Une partie du nom suffit. Un clic sur un passage ouvre ce qui l'entoure dans l'article.

# %%
said = tables.find_quotes(speaker=speakers["speaker"].iloc[0])
ralliement.display(said[["article_id", "start", "end", "speaker", "speaker_text", "kind", "cue", "text"]], tables)

# %% [markdown]
# ## Lire ce qu'on dit d'une alliance

# %%
tables.find_quotes(about="AI Alliance")[["speaker", "speaker_text", "kind", "text"]]

# %% [markdown]
# ## Les paroles sans nom
#
# « Un cadre du groupe », « une porte-parole » : `speaker` est vide, `speaker_text` garde les mots de l'article, et
# `speaker_organization_id` dit au nom de qui la personne parle, quand l'article le dit.

# %%
unnamed = tables.quotes[tables.quotes["speaker"].isna()]
unnamed[["speaker_text", "speaker_type", "speaker_organization_id", "text"]]
