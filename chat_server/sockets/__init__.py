"""Socket.IO: two servers, one for visitors' websites, one for the hub's own console."""
