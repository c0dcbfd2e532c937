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
# # Une alliance au fil du temps
#
# Un article est une déclaration, un corpus est une réponse : les déclarations, datées par l'événement quand l'article
# le date et sinon par l'article, sont mises bout à bout.
#
# Les graphiques viennent d'Altair : `pip install 'ralliement[report]'`.

# %%
import altair as alt
import pandas as pd

import ralliement

tables = ralliement.extract("../corpora/ai-alliance")
alliance = "AI Alliance"

# %% [markdown]
# ## Les entrées, les départs, les refus, comme ils viennent

# %%
timeline = tables.timeline(alliance)
timeline[["date", "organization", "status", "before", "evidence"]]

# %% [markdown]
# ## Combien de membres, selon les articles et selon leur compte
#
# La ligne compte les organisations que le corpus nomme ; les losanges sont les tailles que les articles annoncent.
# L'écart entre les deux est ce que la presse ne nomme pas.

# %%
dates = sorted({*timeline["date"].dropna(), *tables.articles["published"].dropna()})
counted = pd.DataFrame({"date": dates, "n": [len(tables.who_is_in(alliance, on=date)) for date in dates]})
claimed = tables.sizes(alliance)
line = alt.Chart(counted).mark_line(interpolate="step-after", point=True).encode(
    x=alt.X("date:T", title=None), y=alt.Y("n:Q", title="membres")
)
points = alt.Chart(claimed).mark_point(filled=True, size=90, shape="diamond", color="#b04a12").encode(
    x="published:T", y="n:Q", tooltip=["published", "text", "qualifier", "n"]
)
(line + points).properties(width=560, height=220)

# %%
claimed[["published", "text", "n", "qualifier", "counted"]]

# %% [markdown]
# ## Qui y est, de quand à quand

# %%
members = tables.alliances.query("alliance == @alliance and since.notna()").copy()
members["end"] = members["until"].fillna(tables.articles["published"].max())
alt.Chart(members).mark_bar(height=8).encode(
    x=alt.X("since:T", title=None),
    x2="end:T",
    y=alt.Y("organization:N", title=None, sort=alt.SortField("since")),
    color=alt.Color("status:N", title="statut"),
    tooltip=["organization", "status", "since", "until", "articles"],
).properties(width=480)

# %% [markdown]
# ## Ce qui a changé entre deux dates

# %%
before = set(tables.who_is_in(alliance, on="2024-06-30")["organization"])
after = set(tables.who_is_in(alliance, on="2025-12-31")["organization"])
pd.DataFrame(
    [(name, "entrée") for name in sorted(after - before)] + [(name, "sortie") for name in sorted(before - after)],
    columns=["organization", "change"],
)

# %% [markdown]
# ## Qui siège avec qui

# %%
tables.co_membership().drop(columns=["organization_a_id", "organization_b_id"]).head(12)

# %% [markdown]
# ## Qui en parle, du dedans ou du dehors

# %%
tables.voices(alliance)[["speaker", "role", "organization", "quotes", "share", "inside"]]
