"""Libraries around the rooms: parser, archives, executors."""
