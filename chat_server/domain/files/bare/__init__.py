"""Pictures and films without what they tell of their making: the place, the time, the device, the words in them.

Not a pixel is touched. What is left out is found by walking from part to part, so that a picture of any size takes
the same memory; colours, movement and which way the camera was held stay.
"""

from .plan import Piece, Plan, Read, plan_of

__all__ = ["Piece", "Plan", "Read", "plan_of"]
