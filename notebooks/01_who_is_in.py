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
# # Qui est dans l'alliance ?
#
# D'un dossier d'articles à la réponse, en cinq cellules. Chaque ligne renvoie aux caractères de l'article qui la disent.

# %%
import ralliement

tables = ralliement.extract("../corpora/ai-alliance")
tables.articles[["published", "publisher", "title", "words"]]

# %% [markdown]
# Qui est dans l'AI Alliance au dernier article, et depuis quand ?

# %%
tables.who_is_in("AI Alliance")

# %% [markdown]
# Et le 30 juin 2024 ?

# %%
tables.who_is_in("AI Alliance", on="2024-06-30")[["organization", "status", "since"]]

# %% [markdown]
# Qui en est sorti, qui refuse, contre qui ? La phrase qui le dit est à côté.

# %%
dehors = tables.memberships.query("status in ['former', 'non_member', 'rival', 'candidate']")
dehors[["organization", "status", "alliance", "date", "evidence"]]

# %% [markdown]
# Et qui en parle ?

# %%
tables.quotes.dropna(subset="speaker")[["speaker", "kind", "text"]]
