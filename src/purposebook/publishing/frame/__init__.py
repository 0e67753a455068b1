"""What stands around a chapter's content on a published page."""
