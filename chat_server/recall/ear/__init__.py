"""An ear that learned from examples: what in a message is worth remembering, by a model beside the rules."""
