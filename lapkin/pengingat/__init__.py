"""Reminders (pengingat): a ladder of politeness for tasks whose due moment comes near or has passed."""
