"""The pages of SOPs: reading, editing, revising, measuring; one module each."""
