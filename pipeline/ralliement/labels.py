"""What statuses, kinds and certainties are called in French, for all that people read."""

STATUS = {
    "founder": "fondateur", "member": "membre", "joining": "entrant", "candidate": "candidat", "former": "ancien",
    "non_member": "absent", "rival": "rival", "associate": "associé", "supporter": "soutien",
}  # fmt: skip
KIND = {
    "company": "entreprise", "university": "université", "research": "recherche", "health": "santé",
    "government": "administration", "state": "État", "party": "parti", "union": "syndicat",
    "association": "association", "foundation": "fondation", "media": "média", "sports": "sport",
    "alliance": "alliance", "other": "autre",
}  # fmt: skip
CERTAINTY = {"asserted": "affirmé", "reported": "rapporté", "planned": "prévu", "conditional": "au conditionnel"}
QUALIFIER = {"exact": "", "at_least": "au moins", "about": "environ", "at_most": "au plus"}
QUOTE_KIND = {"direct": "citation directe", "mixed": "fragment cité", "indirect": "propos rapportés"}
