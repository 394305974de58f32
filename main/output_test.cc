#include "output.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <thread>

namespace tacitus {
namespace {

TEST(Output, TellsAFullDisk) {
  const int full = ::open("/dev/full", O_WRONLY);
  Output output(full);
  EXPECT_TRUE(output.works());
  EXPECT_FALSE(output.write("words"));
  EXPECT_FALSE(output.works());
  EXPECT_FALSE(output.reader_left());
  EXPECT_EQ(output.trouble(), "No space left on device");
  ::close(full);
}

TEST(Output, TellsAReaderThatLeft) {
  std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  Output output(ends[1]);
  EXPECT_FALSE(output.write("words"));
  EXPECT_TRUE(output.reader_left());
  ::close(ends[1]);
}

TEST(Output, WritesAll) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  Output output(ends[1]);
  EXPECT_TRUE(output.write("one ") && output.write("two"));
  char bytes[16];
  EXPECT_EQ(::read(ends[0], bytes, sizeof bytes), 7);
  EXPECT_EQ(std::string(bytes, 7), "one two");
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST(Output, WaitsForAPipeThatDoesNotBlock) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ASSERT_EQ(::fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
  const std::string much(1 << 20, 'x');
  std::size_t read = 0;
  std::thread reader([&] {
    char bytes[4096];
    for (ssize_t n; (n = ::read(ends[0], bytes, sizeof bytes)) > 0;) read += static_cast<std::size_t>(n);
  });
  Output output(ends[1]);
  EXPECT_TRUE(output.write(much));
  ::close(ends[1]);
  reader.join();
  EXPECT_EQ(read, much.size());
  ::close(ends[0]);
}

}  // namespace
}  // namespace tacitus
