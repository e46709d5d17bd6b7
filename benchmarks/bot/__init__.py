"""The bot beside the pipeline that `rasa init` gives, both taught with the same data and both over HTTP."""
