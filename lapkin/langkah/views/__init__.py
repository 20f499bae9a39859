"""The pages: of a task, of a case, and those that belong to one kind of work."""
