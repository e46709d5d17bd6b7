"""Which contacts belong together: rules over what they are, told, did and bought."""
