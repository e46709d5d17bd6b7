"""Every figure of the marketing pages counted a second time: from the log alone, by code that the pages do not use."""
