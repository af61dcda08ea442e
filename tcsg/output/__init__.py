"""Values to text: one file a family of formats; nothing here writes anywhere."""
