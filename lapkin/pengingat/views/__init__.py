"""Pages of the reminders: reminding somebody, the ladder, the outbox, the own calendar."""
