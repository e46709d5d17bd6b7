import { render } from "preact";
import { App } from "./app";
import { vouchAgain } from "./state/customer";
import "../ui/tokens.css";
import "../ui/base.css";
import "./styles/ground.css";
import "./styles/frame.css";
import "./styles/home.css";
import "./styles/goods.css";
import "./styles/product.css";
import "./styles/cart.css";
import "./styles/reading.css";

const root = document.getElementById("app");
if (root) render(<App />, root);
// Without it the chat still works, for somebody it does not know yet.
vouchAgain().catch(() => {});
