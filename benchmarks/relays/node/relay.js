// What socket.io on Node costs: every message is passed to the agents, none is kept. `node relay.js PORT`
import { createServer } from "node:http";
import { Server } from "socket.io";

const http = createServer();
const io = new Server(http);
let seq = 0;

io.of("/agent").on("connection", (socket) => socket.join("agents"));
io.of("/visitor").on("connection", (socket) => {
  socket.on("send_message", (said, answer) => {
    seq += 1;
    io.of("/agent").to("agents").emit("message_created", { message: { ...said, seq } });
    answer({ ok: true, data: { seq } });
  });
});

http.listen(Number(process.argv[2]), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
