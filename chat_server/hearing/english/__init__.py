"""English, heard most deeply."""
