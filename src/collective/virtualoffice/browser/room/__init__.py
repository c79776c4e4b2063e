"""The page of a video room, for citizens and for clerks."""
