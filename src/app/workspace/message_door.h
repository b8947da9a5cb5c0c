#pragma once
// Messages by electronic mail, behind an interface: the server has a relay, tests a box.
#include "base/result.h"

#include <string>

namespace masar::app {

struct Message {
    std::string to;
    std::string subject, body;  ///< plain text, lines that end in \n
};

class MessageDoor {
public:
    virtual ~MessageDoor() = default;
    /// Fails when it was not taken; the sentence names no address.
    [[nodiscard]] virtual base::Result<void> send(const Message& message) = 0;
};

}  // namespace masar::app
