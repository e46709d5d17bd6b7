"""What the hub is measured against: small servers that speak its protocol and do as little as they can."""
