-- What the rules of this pack share: how a company's own word on its future is told from that of
-- brokers, of governments, and from history.
local M = {}

-- Told where news stands: in the title or in the opening paragraph.
function M.opens(c) return title(c) | lead(c) end

-- The article reports markets or an economy; what it says of a company stands in passing.
M.about_markets = anywhere(title(list "market_reports"))

-- In the opening, or further down as something new; not of an economy.
function M.fresh(c)
  return (M.opens(recent(c)) | recent(c):unless(list "history")):unless(list "economy_words")
end

-- What the company says of its own business: no broker's forecast, no rating's outlook, no market's.
-- The article is about the company, or the sentence names it just before.
function M.own(flag)
  local function said()
    return fact { flags = flag, metric = no { "credit_rating", "rating", "commodity_price", "index_level", "price_target",
                                              "share_price", "demand" } }
  end
  local central = M.fresh(said()) & ~none { company { role = "primary", named_in = { "title", "lead" } } } & ~M.about_markets
  local named = recent(sequence(12, company { sector = no { "banks", "asset_management", "media" } },
                                said()))
    :unless(list "history" | list "economy_words")
  return (central | named)
    :unless(near(4, phrase { "his", "her", "their" }, phrase { "forecast*", "outlook*", "projection*", "estimate*" })
            | sequence(4, phrase { "forecast* for", "outlook* for", "projection* for", "estimate* for" }, company {})
            | sequence(5, phrase { "forecast* for", "outlook* for" }, phrase { "market", "demand", "industry" })
            | phrase { "demand forecast*", "demand outlook", "market forecast*", "market outlook", "spending growth", "spending outlook" }
            | phrase { "stood by", "its lowered", "its reduced", "its raised" }   -- done before
            | phrase { "moody's", "fitch", "s&p", "standard & poor's", "narrowed" }
            | phrase { "broker*", "analysts cut", "analysts had", "analysts have", "underwriter*" }
            | phrase { "stable outlook", "negative outlook", "positive outlook", "outlook on", "outlook to",
                       "outlook is", "rating*", "agency" }
            | phrase { "this guidance", "guidance for industry", "draft guidance", "guidance document*", "guidance entitled" }
            | phrase { "likely", "affirmed", "reaffirmed", "industry-wide" })
end

-- What a company can be held to, with what more is asked: its own figures, not a fine, a deal or its
-- share; and of a warning nobody says that it was kept.
local figures = { "revenue", "same_store_sales", "units_sold", "deliveries", "shipments", "production", "capacity", "eps",
                  "net_income", "operating_income", "pretax_income", "gross_margin", "operating_margin", "margin",
                  "ebitda_margin", "subscribers", "net_adds", "bookings", "backlog", "arr", "capex", "investment",
                  "free_cash_flow", "cash_flow", "operating_cash_flow", "net_debt", "debt", "dividend", "buyback", "rnd",
                  "opex", "cost_savings" }

function M.promised(fields)
  fields.metric = figures
  return promise(fields)
end

-- A figure that is there, not one to come.
function M.reached(state)
  return M.promised { state = state, exact = true, flags = no "loss" }
    :unless(list "economy_words"
            | phrase { "guidance", "outlook", "forecast*", "plan*", "schedule", "will", "would", "aim*", "expect*", "must",
                       "by 20*", "halted" })
end

return M
