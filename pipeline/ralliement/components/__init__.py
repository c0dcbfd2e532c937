"""spaCy components: each annotates a Doc with plain dicts (see `ralliement.annotations`)."""
